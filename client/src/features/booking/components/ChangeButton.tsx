import { words } from '../words.ts';

type ChangeButtonProps = {
  /** What it changes; it contains the word that is seen. */
  label: string;
  onPress: () => void;
};

/** Beside something that was chosen: the way back to that choice. */
export function ChangeButton({ label, onPress }: ChangeButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      className="-my-2.5 ml-2 min-h-11 px-2 font-normal text-link underline"
      onClick={onPress}
    >
      {words.change}
    </button>
  );
}
