import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/** The pages that links and searches lead to. */
const firstPages = ['ExpertsPage', 'ExpertPage'];

/**
 * The app is imported once the words of its language are here. Both are fetched at the same time all the same: the page
 * names the modules of the app, which only the words would lead to otherwise. The font is named as well, so that it is
 * here before the first text. Files of single pages are only listed: src/app/first-page.ts fetches those of the page
 * that is opened.
 */
export function preloadApp(): Plugin {
  return {
    name: 'preload-app',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const app = [...withImports(chunkNamed('mount', bundle), bundle)].filter((file) => !html.includes(file));
        const font = Object.keys(bundle).find((file) => /figtree-latin-wght-normal-.*\.woff2$/.test(file));
        if (font === undefined) throw new Error('The build has no file of the font.');
        const links = [
          ...app.map((file) => ({ rel: 'modulepreload', crossorigin: true, href: `/${file}` })),
          { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${font}` },
        ];
        const lists = firstPages.map((page): HtmlTagDescriptor => {
          const own = [...withImports(chunkNamed(page, bundle), bundle)];
          const files = own.filter((file) => !app.includes(file) && !html.includes(file)).map((file) => `/${file}`);
          // Text to the browser, not a script: it may stand in the page under the content security policy.
          return {
            tag: 'script',
            attrs: { type: 'text/plain', id: `files-of-${page}` },
            children: files.join(' '),
            injectTo: 'body',
          };
        });
        return [...links.map((attrs): HtmlTagDescriptor => ({ tag: 'link', attrs, injectTo: 'head' })), ...lists];
      },
    },
  };
}

function chunkNamed(name: string, bundle: Rolldown.OutputBundle): string {
  const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === name);
  if (chunk === undefined) throw new Error(`The build has no chunk of ${name}.tsx.`);
  return chunk.fileName;
}

function withImports(file: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): Set<string> {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || chunk.isEntry || found.has(file)) return found;
  found.add(file);
  for (const imported of chunk.imports) withImports(imported, bundle, found);
  return found;
}
