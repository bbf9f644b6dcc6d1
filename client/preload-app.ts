import type { Plugin, Rolldown } from 'vite';

/**
 * The app is imported once the words of its language are here. Both are fetched at the same time all the same: the page
 * names the modules of the app, which only the words would lead to otherwise. The font is named as well, so that it is
 * here before the first text.
 */
export function preloadApp(): Plugin {
  return {
    name: 'preload-app',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const app = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'mount');
        if (app?.type !== 'chunk') throw new Error('The build has no chunk of src/app/mount.tsx.');
        const font = Object.keys(bundle).find((file) => /figtree-latin-wght-normal-.*\.woff2$/.test(file));
        if (font === undefined) throw new Error('The build has no file of the font.');
        const missing = [...withImports(app.fileName, bundle)].filter((file) => !html.includes(file));
        const modules = missing.map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }));
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${font}` };
        return [...modules, { tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}

function withImports(file: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): Set<string> {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || chunk.isEntry || found.has(file)) return found;
  found.add(file);
  for (const imported of chunk.imports) withImports(imported, bundle, found);
  return found;
}
