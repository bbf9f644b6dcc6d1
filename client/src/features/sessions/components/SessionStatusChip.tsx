import type { SessionStatus } from '@serene/shared/lifecycle';
import { CircleCheck, CircleX, Hourglass, UserX, Video, type LucideIcon } from 'lucide-react';
import { Chip, type ChipTone } from '../../../components/ui/index.ts';
import { words } from '../words.ts';

const looks: Record<SessionStatus, { tone: ChipTone; icon: LucideIcon }> = {
  pending: { tone: 'warn', icon: Hourglass },
  confirmed: { tone: 'ok', icon: CircleCheck },
  'in-progress': { tone: 'calm', icon: Video },
  completed: { tone: 'plain', icon: CircleCheck },
  cancelled: { tone: 'bad', icon: CircleX },
  'no-show': { tone: 'warn', icon: UserX },
};

type SessionStatusChipProps = { status: SessionStatus };

export function SessionStatusChip({ status }: SessionStatusChipProps) {
  return <Chip {...looks[status]}>{words.statuses[status]}</Chip>;
}
