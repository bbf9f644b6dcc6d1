export { currentUserKey, useCurrentUser } from './api/current-user.ts';
export { useSignOut } from './api/sign-out.ts';
export { EmailNotice } from './components/EmailNotice.tsx';
export { AccountGate } from './components/AccountGate.tsx';
export { RequireUser } from './components/RequireUser.tsx';
export { ZoneNotice } from './components/ZoneNotice.tsx';
export { authPages } from './pages/index.ts';
export { signInPath } from './return-to.ts';
export { useViewerZone } from './viewer-zone.ts';
