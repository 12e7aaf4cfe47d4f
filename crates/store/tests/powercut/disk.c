/* A disk that forgets what was not synced, for LD_PRELOAD.
 *
 * Files under $FESTOON_POWERCUT_FOLDER are written as ever: what is there is what a running system sees. Beside it,
 * $FESTOON_POWERCUT_DISK holds what would be there after the power failed: bytes arrive with fsync or fdatasync of their file, and the
 * name of a new file with fsync of the folder, never earlier. Whoever kills the program puts the second in place of the first.
 *
 * With $FESTOON_POWERCUT_ROOM, so many bytes can be written before the disk is full.
 *
 * What it leaves out: memory maps. SQLite maps its -shm file alone, which does not outlive a crash anyway.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct range { off_t from; size_t length; };

/* A file with what is not yet on the disk. */
struct file {
  char name[256];
  ino_t inode;
  struct range *dirty;
  size_t count, room;
  off_t shortest; /* the least it was cut to, or -1 */
};

static struct file files[64];
static int known;
static long long left = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);

__attribute__((constructor)) static void find(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  const char *room = getenv("FESTOON_POWERCUT_ROOM");
  if (room) left = atoll(room);
}

/* The part of a descriptor's path after the folder: "" for the folder itself, NULL for what does not belong here. */
static const char *inside(int fd, char *path) {
  const char *folder = getenv("FESTOON_POWERCUT_FOLDER");
  if (!folder) return NULL;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return NULL;
  path[length] = 0;
  size_t start = strlen(folder);
  if (strncmp(path, folder, start)) return NULL;
  if (path[start] == 0) return path + start;
  if (path[start] != '/' || strstr(path, "-shm") || strstr(path, " (deleted)")) return NULL;
  return path + start + 1;
}

static struct file *file_of(int fd, const char *name) {
  struct stat about;
  if (fstat(fd, &about) || !S_ISREG(about.st_mode)) return NULL;
  for (int n = 0; n < known; n++)
    if (files[n].inode == about.st_ino && !strcmp(files[n].name, name)) return &files[n];
  if (known == 64) abort();
  struct file *file = &files[known++];
  snprintf(file->name, sizeof file->name, "%s", name);
  file->inode = about.st_ino;
  file->shortest = -1;
  return file;
}

static void note(int fd, off_t from, ssize_t length) {
  char path[PATH_MAX];
  const char *name = length > 0 ? inside(fd, path) : NULL;
  if (!name || !*name) return;
  pthread_mutex_lock(&lock);
  struct file *file = file_of(fd, name);
  if (file) {
    if (file->count == file->room) {
      file->room = file->room ? 2 * file->room : 64;
      file->dirty = realloc(file->dirty, file->room * sizeof *file->dirty);
      if (!file->dirty) abort();
    }
    file->dirty[file->count++] = (struct range){from, (size_t)length};
  }
  pthread_mutex_unlock(&lock);
}

static void on_disk(char *out, const char *name, const char *ending) {
  snprintf(out, PATH_MAX, "%s/%s%s", getenv("FESTOON_POWERCUT_DISK"), name, ending);
}

/* Hands what was written to the disk, under the file's name or, while its folder does not hold it, under another. */
static void hand_over(int fd, struct file *file) {
  char path[PATH_MAX], named[PATH_MAX];
  on_disk(named, file->name, "");
  on_disk(path, file->name, access(named, F_OK) ? ".unnamed" : "");
  int disk = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  struct stat about;
  if (disk < 0 || fstat(fd, &about)) abort();
  if (file->shortest >= 0 && real_ftruncate(disk, file->shortest)) abort();
  static char block[1 << 16];
  for (size_t n = 0; n < file->count; n++) {
    off_t at = file->dirty[n].from, end = at + (off_t)file->dirty[n].length;
    while (at < end) {
      size_t wanted = (size_t)(end - at) < sizeof block ? (size_t)(end - at) : sizeof block;
      ssize_t had = pread(fd, block, wanted, at);
      if (had <= 0) break;
      if (real_pwrite(disk, block, (size_t)had, at) != had) abort();
      at += had;
    }
  }
  if (real_ftruncate(disk, about.st_size)) abort();
  close(disk);
  file->count = 0;
  file->shortest = -1;
}

/* New names arrive, and old ones go. */
static void hand_over_names(void) {
  for (int n = 0; n < known; n++) {
    char from[PATH_MAX], to[PATH_MAX], live[PATH_MAX];
    on_disk(from, files[n].name, ".unnamed");
    on_disk(to, files[n].name, "");
    if (!access(from, F_OK)) rename(from, to);
    snprintf(live, sizeof live, "%s/%s", getenv("FESTOON_POWERCUT_FOLDER"), files[n].name);
    if (access(live, F_OK)) unlink(to);
  }
}

static void sync_all_of(int fd) {
  char path[PATH_MAX];
  const char *name = inside(fd, path);
  if (!name) return;
  pthread_mutex_lock(&lock);
  if (!*name) {
    hand_over_names();
  } else {
    struct file *file = file_of(fd, name);
    if (file) hand_over(fd, file);
  }
  pthread_mutex_unlock(&lock);
}

/* Whether there is room for so many bytes more. */
static int has_room(int fd, size_t length) {
  char path[PATH_MAX];
  if (left < 0) return 1;
  const char *name = inside(fd, path);
  if (!name || !*name) return 1;
  pthread_mutex_lock(&lock);
  int fits = left >= (long long)length;
  if (fits) left -= (long long)length;
  pthread_mutex_unlock(&lock);
  if (!fits) errno = ENOSPC;
  return fits;
}

ssize_t write(int fd, const void *from, size_t length) {
  if (!has_room(fd, length)) return -1;
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t done = real_write(fd, from, length);
  int kept = errno;
  if (at >= 0) note(fd, at, done);
  errno = kept;
  return done;
}

ssize_t pwrite(int fd, const void *from, size_t length, off_t at) {
  if (!has_room(fd, length)) return -1;
  ssize_t done = real_pwrite(fd, from, length, at);
  int kept = errno;
  note(fd, at, done);
  errno = kept;
  return done;
}

ssize_t pwrite64(int fd, const void *from, size_t length, off_t at) { return pwrite(fd, from, length, at); }

int ftruncate(int fd, off_t length) {
  int done = real_ftruncate(fd, length);
  int kept = errno;
  char path[PATH_MAX];
  const char *name = done ? NULL : inside(fd, path);
  if (name && *name) {
    pthread_mutex_lock(&lock);
    struct file *file = file_of(fd, name);
    if (file && (file->shortest < 0 || length < file->shortest)) file->shortest = length;
    pthread_mutex_unlock(&lock);
  }
  errno = kept;
  return done;
}

int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }

int fsync(int fd) {
  sync_all_of(fd);
  return real_fsync(fd);
}

int fdatasync(int fd) {
  sync_all_of(fd);
  return real_fdatasync(fd);
}
