import { CalendarX, Clock, Globe, Info } from 'lucide-react';
import {
  Alert,
  Avatar,
  Button,
  Chip,
  EmptyState,
  Facts,
  LoadFailed,
  Loading,
  Notice,
  Skeleton,
} from '../components/ui/index.ts';
import { Part } from './Part.tsx';

const tones = ['info', 'ok', 'warn', 'bad'] as const;
const chipTones = ['plain', 'ok', 'warn', 'bad', 'calm'] as const;

/** What is said, and what stands where something is not there yet, or not at all. */
export function MessageParts() {
  return (
    <>
      <Part name="Alert">
        {tones.map((tone) => (
          <Alert key={tone} tone={tone} title={tone} actions={<Button variant="secondary">What to do</Button>}>
            What happened, and what it means.
          </Alert>
        ))}
      </Part>
      <Part name="Notice">
        <Notice notice={{ tone: 'ok', title: 'Moved to Thu 15 Jan', text: 'We told Dr. Sarah Khan.' }} />
        <Notice notice={{ tone: 'warn', title: 'Somebody else was faster' }} />
      </Part>
      <Part name="Chip">
        <div className="flex flex-wrap gap-2">
          {chipTones.map((tone) => (
            <Chip key={tone} tone={tone} icon={Info}>
              {tone}
            </Chip>
          ))}
          <Chip tone="plain">without icon</Chip>
        </div>
      </Part>
      <Part name="Avatar">
        <div className="flex items-center gap-4">
          {([40, 64, 96] as const).map((size) => (
            <Avatar key={size} id={`${size}`} name="Dr. Sarah Khan" src="" size={size} />
          ))}
        </div>
      </Part>
      <Part name="Facts">
        <Facts
          facts={[
            { icon: Clock, label: 'Time', value: '2:00 – 3:00 pm IST' },
            { icon: Globe, label: 'Zone', value: 'Kolkata' },
            { label: 'Reference', value: 'SW-8F3K' },
          ]}
        />
      </Part>
      <Part name="Loading, Skeleton">
        <Loading label="Loading times…">
          <Skeleton className="h-24" />
        </Loading>
      </Part>
      <Part name="LoadFailed">
        <LoadFailed title="The times could not be loaded" error={new TypeError('offline')} onRetry={() => undefined} />
      </Part>
      <Part name="EmptyState">
        <EmptyState icon={CalendarX} title="No sessions yet">
          <Button>Find an expert</Button>
        </EmptyState>
      </Part>
    </>
  );
}
