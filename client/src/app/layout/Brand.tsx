import { config } from '../../lib/config.ts';

/** The mark and the first word of the name. */
export function Brand() {
  return (
    <span className="flex min-h-11 items-center gap-2 text-lead font-semibold">
      <img src="/favicon.svg" alt="" width={32} height={32} />
      {config.brandName.split(' ')[0]}
    </span>
  );
}
