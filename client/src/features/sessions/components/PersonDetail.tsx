type PersonDetailProps = { detail: string };

/** What stands under a person's name; a mail address that is too long for a line breaks before its `@` first. */
export function PersonDetail({ detail }: PersonDetailProps) {
  const at = Math.max(detail.lastIndexOf('@'), 0);
  return (
    <p className="text-small wrap-anywhere text-muted">
      {detail.slice(0, at)}
      <wbr />
      {detail.slice(at)}
    </p>
  );
}
