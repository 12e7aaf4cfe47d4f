"""The built binary as a server on a free port, for as long as a test needs it."""

import contextlib
import socket
import subprocess
import tempfile
import time
import urllib.request

from conftest import FESTOON


@contextlib.contextmanager
def festoon():
    """The origin of a demo that answers; stopped at the end, however that comes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    origin = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory(prefix="festoon-outlets-") as folder, tempfile.TemporaryFile() as said:
        command = [FESTOON, "demo", "--listen", f"127.0.0.1:{port}", "--data", folder]
        server = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        try:
            wait_for(origin, server, said)
            yield origin
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def wait_for(origin, server, said, seconds=30):
    for _ in range(seconds * 10):
        if server.poll() is not None:
            said.seek(0)
            raise RuntimeError(f"the server ended with {server.returncode}: {said.read().decode(errors='replace')}")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{origin}/healthz", timeout=5).close()
            return
        time.sleep(0.1)
    raise RuntimeError(f"the server did not answer within {seconds} s")
