export { useCurrentUser } from './api/current-user.ts';
export { useForgetOnSignOut, useSignOut } from './api/sign-out.ts';
export { RequireUser } from './components/RequireUser.tsx';
export { ZoneNotice } from './components/ZoneNotice.tsx';
export { LoginPage } from './pages/LoginPage.tsx';
export { RegisterPage } from './pages/RegisterPage.tsx';
export { signInPath } from './return-to.ts';
export { useViewerZone } from './viewer-zone.ts';
