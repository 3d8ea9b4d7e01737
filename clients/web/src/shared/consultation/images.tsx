/** Which images go with a consultation; they may be out of reach while everything else is there. */
import { FileImageOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { problemIn } from '../../graph/problem.ts';
import { UnavailablePart } from '../feedback/unavailable-part.tsx';
import { useComeback } from '../feedback/use-comeback.ts';
import { date } from '../time/format-time.ts';
import { ConsultationImagesDocument } from './images.graphql.ts';
import styles from './consultation.module.css';

export function Images({ id }: { id: string }) {
  const { t } = useTranslation('shared');
  const [{ data, error }, readAgain] = useQuery({ query: ConsultationImagesDocument, variables: { id } });
  useComeback(problemIn(error), readAgain);
  const studies = data?.consultation?.imagingStudies;
  if (!studies) return error ? <UnavailablePart part={t('consultation.images')} /> : null;
  return (
    <section>
      <h3>
        {t('consultation.images')} <span className="numerals">{studies.length}</span>
      </h3>
      <ul className={styles['list']}>
        {studies.map(({ uid, modality, description, startedAt, instanceCount }) => (
          <li key={uid}>
            <FileImageOutlined aria-hidden /> {modality.join('/')} {description}{' '}
            <span className={styles['quiet']}>
              {startedAt !== null && date(startedAt)} {t('consultation.instances', { count: instanceCount })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
