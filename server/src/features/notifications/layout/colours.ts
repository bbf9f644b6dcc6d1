/** The colours of the web app. Text has a contrast of at least 4.5:1 on what it stands on, by day and by night. */
export const light = {
  page: '#f7f9fb',
  card: '#ffffff',
  panel: '#eef3f7',
  ink: '#16202c',
  muted: '#4d5b6b',
  line: '#d9e1ea',
  link: '#1d4ed8',
  primary: '#2563eb',
  onPrimary: '#ffffff',
  soft: '#eff6ff',
} as const;

export const dark: Record<keyof typeof light, string> = {
  page: '#0e141b',
  card: '#151d27',
  panel: '#1d2733',
  ink: '#e8eef5',
  muted: '#a9b6c4',
  line: '#2c3947',
  link: '#93c5fd',
  primary: '#60a5fa',
  onPrimary: '#0e141b',
  soft: '#14243f',
};
