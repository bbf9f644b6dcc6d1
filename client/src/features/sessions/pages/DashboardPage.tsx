import { Link } from 'react-router-dom';
import { buttonClass } from '../../../components/ui/index.ts';
import { RequireUser } from '../../auth/index.ts';
import { Dashboard } from '../components/Dashboard.tsx';
import { words } from '../words.ts';

/** The customer's sessions. */
export function DashboardPage() {
  return (
    <RequireUser>
      {(user) => (
        <Dashboard
          as="customer"
          title={words.mySessions}
          greeting={words.greeting(user.name)}
          actions={
            <Link to="/experts" className={buttonClass('primary')}>
              {words.findExpert}
            </Link>
          }
        />
      )}
    </RequireUser>
  );
}
