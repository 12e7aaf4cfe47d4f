//! The files of the repository, read once.
//!
//! Folders that builds and tests make are left out by name, so that a tree without version control can be checked too.

use std::fs;
use std::io;
use std::path::Path;

/// What builds, tests and other programs leave in the tree.
const NOT_OURS: &[&str] = &[
    ".git",
    "target",
    "node_modules",
    "corpus",
    "artifacts",
    "shots",
    "__pycache__",
    ".pytest_cache",
    ".venv",
    ".cache",
];

/// A text file.
#[derive(Debug)]
pub(crate) struct File {
    /// From the root, with slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    pub(crate) fn has_extension(&self, wanted: &[&str]) -> bool {
        let extension = Path::new(&self.path).extension().and_then(|extension| extension.to_str());
        extension.is_some_and(|extension| wanted.contains(&extension))
    }

    /// The lines with their numbers, counted from 1.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }
}

/// All text files, and the paths of the others.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) files: Vec<File>,
    /// Every file and folder, text or not.
    pub(crate) paths: Vec<String>,
}

impl Tree {
    pub(crate) fn read(root: &Path) -> io::Result<Self> {
        let mut tree = Self::default();
        tree.enter(root, "")?;
        tree.files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Ok(tree)
    }

    fn enter(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if NOT_OURS.contains(&name.as_str()) {
                continue;
            }
            let path = format!("{prefix}{name}");
            self.paths.push(path.clone());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                self.enter(&entry.path(), &format!("{path}/"))?;
            } else if kind.is_file()
                && let Ok(text) = String::from_utf8(fs::read(entry.path())?)
            {
                self.files.push(File { path, text });
            }
        }
        Ok(())
    }

    pub(crate) fn with_extension(&self, wanted: &'static [&'static str]) -> impl Iterator<Item = &File> {
        self.files.iter().filter(move |file| file.has_extension(wanted))
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        let path = path.trim_start_matches("./").trim_end_matches('/');
        self.paths.iter().any(|known| known == path)
    }

    /// A tree of the given files, for showing that a rule can complain.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let mut tree = Self::default();
        for (path, text) in files {
            tree.paths.push((*path).into());
            tree.files.push(File { path: (*path).into(), text: (*text).into() });
        }
        tree
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_builds_are_left_out() {
        let root = std::env::temp_dir().join(format!("festoon-tidy-{}", std::process::id()));
        fs::create_dir_all(root.join("target")).expect("a folder");
        fs::create_dir_all(root.join("src")).expect("a folder");
        fs::write(root.join("target/made.rs"), "made").expect("a file");
        fs::write(root.join("src/ours.rs"), "ours").expect("a file");

        let tree = Tree::read(&root).expect("it can be read");
        fs::remove_dir_all(&root).expect("it can go");

        let paths: Vec<&str> = tree.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["src/ours.rs"]);
        assert!(tree.has("src"));
    }
}
