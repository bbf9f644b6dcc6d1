type PersonDetailProps = { detail: string };

/** What stands under a person's name; a mail address that is too long for a line breaks before its `@` first. */
export function PersonDetail({ detail }: PersonDetailProps) {
  const at = detail.lastIndexOf('@');
  return (
    <p className="text-small wrap-anywhere text-muted">
      {detail.slice(0, Math.max(at, 0))}
      <wbr />
      {detail.slice(Math.max(at, 0))}
    </p>
  );
}
