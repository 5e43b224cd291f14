import { statfs } from 'node:fs/promises';

/** Below this the board says so: enough for some ten thousand orders, and for an owner to act in time. */
const lowBytes = 500 * 1024 * 1024;

/** @returns the bytes left on the data folder's disk if they are few, else null (also where they cannot be asked) */
export async function lowDiskSpace(dataDir: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(dataDir);
    const freeBytes = bavail * bsize;
    return freeBytes < lowBytes ? freeBytes : null;
  } catch {
    return null;
  }
}
