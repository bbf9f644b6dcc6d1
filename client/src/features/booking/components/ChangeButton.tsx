import { words } from '../words.ts';

type ChangeButtonProps = {
  /** What it changes; it contains the word that is seen. */
  label: string;
  /** The word that is seen, where it is another. */
  seen?: string | undefined;
  onPress: () => void;
};

/** Beside something that was chosen: the way back to that choice. */
export function ChangeButton({ label, seen = words.change, onPress }: ChangeButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      className="-my-2.5 ml-2 min-h-11 px-2 font-normal text-link underline"
      onClick={onPress}
    >
      {seen}
    </button>
  );
}
