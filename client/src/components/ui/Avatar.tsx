import { initials } from '@serene/shared/text';
import { classNames } from '../../lib/class-names.ts';

type AvatarProps = { id: string; name: string; src: string; size: 40 | 64 | 96 };

const hues = [20, 60, 110, 160, 200, 250, 290, 330];
const sizes: Record<AvatarProps['size'], string> = {
  40: 'size-10 text-small',
  64: 'size-16 text-h3',
  96: 'size-24 text-display',
};

/** A photo, or initials on a colour that stays the same for the same person. Decorative: the name stands beside it. */
export function Avatar({ id, name, src, size }: AvatarProps) {
  if (src !== '') {
    return (
      <img
        src={src}
        alt=""
        width={size}
        height={size}
        loading="lazy"
        className={classNames('shrink-0 rounded-full object-cover', sizes[size])}
      />
    );
  }
  const hue = hues[hash(id) % hues.length] ?? 250;
  return (
    <span
      aria-hidden
      style={{
        backgroundColor: `light-dark(oklch(92% .045 ${hue}), oklch(33% .05 ${hue}))`,
        color: `light-dark(oklch(38% .09 ${hue}), oklch(90% .06 ${hue}))`,
      }}
      className={classNames('flex shrink-0 items-center justify-center rounded-full font-semibold', sizes[size])}
    >
      {initials(name)}
    </span>
  );
}

function hash(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum;
}
