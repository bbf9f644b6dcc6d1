import { mailWords, type Language } from '../notifications/index.ts';

/** Asks before anything is switched off. */
export function askPage(language: Language): string {
  const { unsubscribe, buttons } = mailWords[language];
  return page(
    language,
    `<h1>${unsubscribe.ask}</h1>
<p>${unsubscribe.askText}</p>
<form method="post"><button>${buttons.stopReminders}</button></form>`,
  );
}

/** Says that reminders are off. */
export function donePage(language: Language): string {
  const { unsubscribe } = mailWords[language];
  return page(
    language,
    `<h1>${unsubscribe.done}</h1>
<p>${unsubscribe.doneText}</p>`,
  );
}

function page(language: Language, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${mailWords[language].unsubscribe.title}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1rem; }
button { font: inherit; padding: 0.75rem 1.25rem; }
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}
