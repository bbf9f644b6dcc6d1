const api = '/api/v1/experts';

/**
 * Fetches what the page of experts that a visit begins with needs, its files and its first answer, while the app is
 * still on its way: one after the other they would take a round trip each. A guess ahead: where it fails or is wrong,
 * the app finds out itself.
 */
export function fetchFirstPage({ pathname, search }: Pick<Location, 'pathname' | 'search'>): void {
  const slug = /^\/experts\/([a-z0-9-]+)$/.exec(pathname)?.[1];
  if (slug !== undefined) {
    fetchAhead({ rel: 'preload', as: 'fetch', href: `${api}/${slug}` });
    fetchFilesOf('ExpertPage');
  } else if (pathname === '/experts') {
    if (search === '') fetchAhead({ rel: 'preload', as: 'fetch', href: `${api}?sort=name` });
    fetchFilesOf('ExpertsPage');
  }
}

/** The build writes the files of a page into index.html (preload-app.ts); in development there are none to name. */
function fetchFilesOf(page: string): void {
  const named = document.getElementById(`files-of-${page}`)?.textContent ?? '';
  for (const href of named.split(' ').filter(Boolean)) fetchAhead({ rel: 'modulepreload', href });
}

/** The browser hands what it fetched to the first who asks for the same address. */
function fetchAhead(attributes: { rel: string; href: string; as?: string }): void {
  document.head.append(Object.assign(document.createElement('link'), { crossOrigin: 'anonymous', ...attributes }));
}
