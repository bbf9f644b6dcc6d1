import { Link } from 'react-router-dom';
import { buttonClass } from '../../../components/ui/index.ts';
import { RequireUser } from '../../auth/index.ts';
import { Dashboard } from '../components/Dashboard.tsx';
import { words } from '../words.ts';

/** What was booked with the expert. */
export function ExpertDashboardPage() {
  return (
    <RequireUser needs="expert">
      {(user) => (
        <Dashboard
          as="expert"
          title={words.expertTitle}
          greeting={words.greeting(user.name)}
          actions={
            <Link to="/expert/availability" className={buttonClass('secondary')}>
              {words.editHours}
            </Link>
          }
        />
      )}
    </RequireUser>
  );
}
