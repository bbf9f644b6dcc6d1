import { Button, buttonClass, PageHeading } from '../../components/ui/index.ts';
import { supportLink } from '../../lib/config.ts';
import { words } from '../words.ts';

type CrashPageProps = { error: unknown };

/** Where a page broke: an error nobody expected, or a part of an older version that is no longer served. */
export function CrashPage({ error }: CrashPageProps) {
  const isOutdated = error instanceof TypeError && /dynamically imported module|Importing a module/.test(error.message);
  return (
    <div className="page flex flex-col items-start gap-4 py-12">
      <PageHeading title={isOutdated ? words.updated : words.crashed} />
      <p className="max-w-[68ch]">{isOutdated ? words.updatedText : words.crashedText}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => window.location.reload()}>{words.reload}</Button>
        <a href={supportLink()} className={buttonClass('quiet')}>
          {words.support}
        </a>
      </div>
    </div>
  );
}
