import { Button } from './Button.tsx';

type LoadMoreProps = {
  /** The list's query, as TanStack Query gives it. */
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  label: string;
  /** What the button says while the next page is fetched. */
  busyLabel: string;
};

/** The way to the next page of a list; nothing where there is none. */
export function LoadMore({ query, label, busyLabel }: LoadMoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <Button
      variant="secondary"
      className="self-center"
      busy={query.isFetchingNextPage ? busyLabel : undefined}
      onClick={() => void query.fetchNextPage()}
    >
      {label}
    </Button>
  );
}
