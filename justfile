# Short names for what is typed often; everything works without `just` too.

# Everything, as continuous integration runs it.
test *flags:
    ./test {{flags}}

# The sample week.
demo:
    cargo run --release

# The house rules alone.
tidy:
    cargo run -q -p xtask

# What is measured; writes bench/RESULTS.md.
bench *what="check":
    cargo build --release
    cargo run --release -p festoon-bench -- {{what}}
