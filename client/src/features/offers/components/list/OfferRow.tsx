import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Chip, DropdownMenu, Switch } from '../../../../components/ui/index.ts';
import { classNames } from '../../../../lib/class-names.ts';
import { words } from '../../list-words.ts';
import { IconButton } from '../IconButton.tsx';
import { offerFrame } from '../offer-look.ts';

type OfferRowProps = {
  title: string;
  /** Length and price. */
  text: string;
  color: Parameters<typeof offerFrame>[0];
  path: string;
  isOn: boolean;
  isSaving: boolean;
  onSwitch: (isOn: boolean) => void;
  /** Why nobody can book it although it is on. */
  unsold?: string | undefined;
  menu: Parameters<typeof DropdownMenu>[0]['groups'];
  /** Its place among those that can be arranged. */
  order?: { isFirst: boolean; isLast: boolean; onMove: (by: -1 | 1) => void };
  /** What came of switching it, and questions about it. */
  children?: ReactNode;
};

/** One offer of the expert's own list: on or off, what it is, and all that can be done with it. */
export function OfferRow({ title, text, color, path, isOn, unsold, menu, order, children, ...rest }: OfferRowProps) {
  return (
    <article aria-label={title} className={classNames('flex flex-col gap-3 card p-4', offerFrame(color))}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Switch
          aria-label={words.bookable(title)}
          aria-busy={rest.isSaving}
          checked={isOn}
          onCheckedChange={rest.onSwitch}
        />
        <div className="flex min-w-[min(10rem,100%)] flex-1 flex-wrap items-center gap-x-6 gap-y-1">
          <h2 className="min-w-[min(10rem,100%)] flex-1 font-semibold wrap-anywhere">
            <Link to={path} className="inline-flex min-h-11 items-center hover:underline">
              {title}
            </Link>
          </h2>
          <p className="text-muted tabular-nums sm:w-64">{text}</p>
        </div>
        {!isOn && <Chip tone="plain">{words.off}</Chip>}
        {isOn && unsold !== undefined && <Chip tone="warn">{words.notForSale}</Chip>}
        <div className="ml-auto flex">
          {order && (
            <span className="hidden md:flex">
              <IconButton
                icon={ArrowUp}
                label={words.ofOffer(words.moveUp, title)}
                isOff={order.isFirst}
                onPress={() => order.onMove(-1)}
              />
              <IconButton
                icon={ArrowDown}
                label={words.ofOffer(words.moveDown, title)}
                isOff={order.isLast}
                onPress={() => order.onMove(1)}
              />
            </span>
          )}
          <DropdownMenu label={words.more(title)} groups={menu} />
        </div>
      </div>
      {unsold !== undefined && <p className="text-small text-warn">{unsold}</p>}
      {children}
    </article>
  );
}
