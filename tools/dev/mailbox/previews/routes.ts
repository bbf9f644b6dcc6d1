import type { Express } from 'express';
import { pagePolicy } from '../policies.ts';
import { missingPreviewPage, previewListPage, previewPage } from './pages.ts';
import { renderPreviews } from './render-previews.ts';

/** Pages with a sample of every mail that there is, in every language, and the same as JSON. */
export function addPreviews(app: Express): void {
  app.get('/previews', async (_request, response) => {
    response.set('Content-Security-Policy', pagePolicy).send(previewListPage(await renderPreviews()));
  });
  app.get('/previews/:language/:template', async ({ params }, response) => {
    const previews = await renderPreviews();
    const preview = previews.find((one) => one.language === params.language && one.template === params.template);
    response.set('Content-Security-Policy', pagePolicy);
    if (preview) response.send(previewPage(preview));
    else response.status(404).send(missingPreviewPage());
  });
  app.get('/api/previews', async (_request, response) => {
    response.json(await renderPreviews());
  });
}
