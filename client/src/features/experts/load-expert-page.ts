/** Fetches the page of an expert. */
export async function loadExpertPage() {
  return (await import('./pages/ExpertPage.tsx')).ExpertPage;
}
