/** Which images go with the request; they may be out of reach while everything else is there. */
import { FileImageOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { date } from '../../../shared/time/format-time.ts';
import { RequestImagesDocument } from './images.graphql.ts';
import styles from './request.module.css';

export function Images({ id }: { id: string }) {
  const { t } = useTranslation('coordinator');
  const [{ data, error }] = useQuery({ query: RequestImagesDocument, variables: { id } });
  const studies = data?.consultation?.imagingStudies;
  if (!studies) return error ? <UnavailablePart part={t('request.images')} /> : null;
  return (
    <section>
      <h3>
        {t('request.images')} <span className="numerals">{studies.length}</span>
      </h3>
      <ul className={styles['list']}>
        {studies.map(({ uid, modality, description, startedAt, instanceCount }) => (
          <li key={uid}>
            <FileImageOutlined aria-hidden /> {modality.join('/')} {description}{' '}
            <span className={styles['quiet']}>
              {startedAt !== null && date(startedAt)} {t('request.instances', { count: instanceCount })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
