/** Whether day and time have no room side by side; as the styles have it (`md`). */
export function isNarrow(): boolean {
  return window.matchMedia('(width < 48rem)').matches;
}
