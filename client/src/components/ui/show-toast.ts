/** Says in passing that something was done. Whatever matters stands on the page as well: a toast is easily missed. */
export async function showToast(text: string): Promise<void> {
  try {
    (await import('./Toaster.tsx')).showInToaster(text);
  } catch {
    // It could not be fetched, or the page is gone: what it would have said is on the page.
  }
}
