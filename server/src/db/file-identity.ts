import { statSync } from 'node:fs';

/**
 * Which file stands at a path, null for none. While somebody holds a file open its number is given to no other one,
 * so a different answer means that what is written through that handle no longer reaches the path.
 */
export function fileIdentity(path: string): string | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats ? `${stats.dev}:${stats.ino}` : null;
  } catch {
    // A folder that can no longer be entered.
    return null;
  }
}
