import { expect, test } from './support/test.ts';

const visits = [
  { path: '/experts', answer: '/api/v1/experts?sort=name', shown: 'Arjun Mehta' },
  { path: '/experts/arjun-mehta', answer: '/api/v1/experts/arjun-mehta', shown: 'Arjun Mehta' },
];

for (const { path, answer, shown } of visits) {
  test(`${path} asks for its files and its content before the app is here, and once`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const isAsked = (address: string) => asked.some((url) => url.endsWith(address));
    // The app waits for its libraries; they wait for what is to be asked for without it.
    await page.route('**/assets/vendor-*.js', async (route) => {
      await expect.poll(() => isAsked(answer) && asked.some((url) => /\/assets\/Experts?Page-/.test(url))).toBe(true);
      await route.continue();
    });

    await page.goto(path);

    await expect(page.getByRole('heading', { name: shown })).toBeVisible();
    expect(asked.filter((url) => url.endsWith(answer))).toHaveLength(1);
  });
}

test('a list that is narrowed by its address asks for that alone', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  await page.goto('/experts?search=mehta');

  await expect(page.getByText('1 expert', { exact: true })).toBeVisible();
  expect(asked.filter((url) => url.includes('/api/v1/experts?'))).toHaveLength(1);
});
