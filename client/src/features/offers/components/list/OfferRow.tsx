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

/** Under the title, and beside it where there is room. */
const below = 'order-3 col-span-2 @min-[14rem]:col-start-2 @3xl:order-2 @3xl:col-span-1 @3xl:col-start-auto';

/** One offer of the expert's own list: on or off, what it is, and all that can be done with it. */
export function OfferRow({ title, text, color, path, isOn, unsold, menu, order, children, ...rest }: OfferRowProps) {
  return (
    <article aria-label={title} className={classNames('@container flex flex-col gap-3 card p-4', offerFrame(color))}>
      {/* By the room there is for it, so that large text gets the layout of a small screen. */}
      <div className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1 @min-[14rem]:grid-cols-[auto_minmax(0,1fr)_auto] @3xl:grid-cols-[auto_minmax(0,1fr)_13rem_8.5rem_8.25rem]">
        <Switch
          aria-label={words.bookable(title)}
          aria-busy={rest.isSaving}
          checked={isOn}
          onCheckedChange={rest.onSwitch}
        />
        <h2 className="order-2 col-span-2 font-semibold wrap-anywhere @min-[14rem]:order-1 @min-[14rem]:col-span-1">
          <Link to={path} className="inline-flex min-h-11 items-center hover:underline">
            {title}
          </Link>
        </h2>
        <p className={classNames('text-muted tabular-nums', below)}>{text}</p>
        <p className={classNames('@max-3xl:empty:hidden', below)}>
          {!isOn && <Chip tone="plain">{words.off}</Chip>}
          {isOn && unsold !== undefined && <Chip tone="warn">{words.notForSale}</Chip>}
        </p>
        <div className="order-1 flex justify-end @3xl:order-4">
          {order && (
            <span className="hidden @3xl:flex">
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
      {unsold !== undefined && <p className="text-small text-warn @min-[14rem]:pl-16">{unsold}</p>}
      {children}
    </article>
  );
}
