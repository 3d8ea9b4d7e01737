/** What became of one bundle: how much is new, and what was left out and why. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportBundleMutation } from './patients.graphql.ts';
import styles from './patients.module.css';

export type Imported = ImportBundleMutation['importFhirBundle'] & { readonly name: string };

export function ImportReport({ report }: { report: Imported }) {
  const { t } = useTranslation('doctor');
  const { name, created, updated, unchanged, skipped, patients } = report;
  return (
    <div role="status" className={styles['report']}>
      <p>
        <strong>{name}</strong> {t('import.report', { created, updated, unchanged })}
      </p>
      <p>
        {patients.map((patient) => (
          <Link key={patient.id} to={`/doctor/patients/${patient.id}`} className={styles['imported'] ?? ''}>
            {patient.name}
          </Link>
        ))}
      </p>
      {skipped.length > 0 && (
        <>
          <p>{t('import.skipped', { count: skipped.length })}</p>
          <ul>
            {skipped.map(({ index, resourceType, reason }) => (
              <li key={index} className={styles['quiet']}>
                {t('import.entry', { index: index + 1 })} {resourceType}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
