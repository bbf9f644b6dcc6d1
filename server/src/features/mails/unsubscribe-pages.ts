/** Asks before anything is switched off. */
export const askPage = page(
  `<h1>No more reminders?</h1>
<p>Mails before your sessions will stop. All other news of your bookings keeps coming.</p>
<form method="post"><button>Stop reminders</button></form>`,
);

/** Says that reminders are off. */
export const donePage = page(
  `<h1>Reminders are off</h1>
<p>You can switch them on again in your account.</p>`,
);

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Reminders of sessions</title>
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
