/** The screen is kept awake by `device/wake-lock.ts`, for every live page: nothing is left to do for the board's own. */
export function useWakeLock(): void {}
