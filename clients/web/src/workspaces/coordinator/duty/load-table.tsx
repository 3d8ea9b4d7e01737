/** The chart's numbers for those who do not see it. */
import { useTranslation } from 'react-i18next';
import type { Load } from './load-per-specialty.ts';

export function LoadTable({ loads }: { loads: readonly Load[] }) {
  const { t } = useTranslation('coordinator');
  return (
    <table className="unseen">
      <caption>{t('duty.load')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('filter.specialty')}</th>
          <th scope="col">{t('duty.waiting')}</th>
          <th scope="col">{t('duty.underWay')}</th>
          <th scope="col">{t('duty.online')}</th>
        </tr>
      </thead>
      <tbody>
        {loads.map(({ specialty, waiting, underWay, online }) => (
          <tr key={specialty}>
            <th scope="row">{specialty}</th>
            <td>{waiting}</td>
            <td>{underWay}</td>
            <td>{online}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
