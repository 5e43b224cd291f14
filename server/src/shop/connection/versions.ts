/** Before this the list of orders knows no `modified_after`: asking would bring every order each time. */
export const oldestUsable = '5.8';
/** Kasera is tried with this and later; what is older gets no mends from WooCommerce any more. */
export const oldestFlawless = '8.0';

/** Whether a version of WooCommerce ("10.5.0", "9.2.0-beta.1") comes before another, by their first two numbers. */
export function isBefore(version: string, other: string): boolean {
  const [major = 0, minor = 0] = numbersOf(version);
  const [otherMajor = 0, otherMinor = 0] = numbersOf(other);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}

function numbersOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}
