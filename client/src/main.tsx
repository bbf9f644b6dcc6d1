import { fetchFirstPage } from './app/first-page.ts';
import { loadCatalogue } from './lib/messages/catalogues.ts';
import { chosenLocale, locales } from './lib/messages/locale.ts';
import { speak } from './lib/messages/translate.ts';
import { reloadWhenOutdated } from './lib/reload-when-outdated.ts';
import '@fontsource-variable/figtree/wght.css';
import './styles/index.css';

/** Words are read as modules load: the language comes first, and then everything else. */
async function start(): Promise<void> {
  const locale = chosenLocale();
  document.documentElement.lang = locales[locale].lang;
  speak(locale, await loadCatalogue(locale));
  const { mountApp } = await import('./app/mount.tsx');
  await mountApp();
}

fetchFirstPage(window.location);
reloadWhenOutdated(import.meta.url);
void start();
