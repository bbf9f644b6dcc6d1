import { style } from './styles.ts';

/** Facts of a booking: what each is called, and what it is. */
export function Details({ rows }: { rows: readonly [label: string, value: string][] }) {
  return (
    <table role="presentation" className="panel" width="100%" cellPadding={0} cellSpacing={0} style={style.panel}>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <td className="muted label" valign="top" style={style.label}>
              {label}
            </td>
            <td className="ink value" valign="top" style={style.value}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
