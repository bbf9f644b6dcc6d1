import { useEffect, useRef } from 'react';
import { Alert } from './Alert.tsx';

/** What came of something a person did. */
export type NoticeText = { tone: 'ok' | 'warn'; title: string; text?: string };

type NoticeProps = { notice: NoticeText | undefined };

/** Says what came of an action and takes the focus: the button that was pressed is often gone by then. */
export function Notice({ notice }: NoticeProps) {
  const box = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    if (notice === undefined) return;
    // After a dialog that closes at the same moment has given its focus back.
    const timer = window.setTimeout(() => box.current?.focus());
    return () => window.clearTimeout(timer);
  }, [notice]);
  return (
    <output ref={box} tabIndex={-1} className="block outline-offset-2 empty:hidden">
      {notice !== undefined && (
        <Alert tone={notice.tone} title={notice.title}>
          {notice.text}
        </Alert>
      )}
    </output>
  );
}
