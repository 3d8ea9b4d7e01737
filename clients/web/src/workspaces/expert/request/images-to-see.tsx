/** The images that go with the request, series by series, and how a viewer reaches them: these pages show none themselves. */
import { FileImageOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { dateAndTime } from '../../../shared/time/format-time.ts';
import { ImageAccess } from './image-access.tsx';
import styles from './request.module.css';
import { ExpertImagesDocument } from './request.graphql.ts';

export function ImagesToSee({ id }: { id: string }) {
  const { t } = useTranslation('expert');
  const [{ data, error }] = useQuery({
    query: ExpertImagesDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const studies = data?.consultation?.imagingStudies;
  if (!studies) return error ? <UnavailablePart part={t('shared:consultation.images')} /> : null;
  return (
    <section>
      <h2 className={styles['heading']}>
        {t('shared:consultation.images')} <span className="numerals">{studies.length}</span>
      </h2>
      {studies.length === 0 && <p className={styles['quiet']}>{t('images.none')}</p>}
      <ul>
        {studies.map(({ uid, modality, description, startedAt, instanceCount, series }) => (
          <li key={uid} className={styles['study']}>
            <strong>
              <FileImageOutlined aria-hidden /> {modality.join('/')} {description}
            </strong>
            <span className={styles['quiet']}>
              {startedAt !== null && <time dateTime={startedAt}>{dateAndTime(startedAt)}</time>} ·{' '}
              {t('images.size', { series: series.length, images: instanceCount })}
            </span>
            <ul className={styles['series']}>
              {series.map((one) => (
                <li key={one.uid}>
                  {one.modality} {one.description ?? t('images.unnamed')}{' '}
                  <span className={styles['quiet']}>
                    {t('shared:consultation.instances', { count: one.instanceCount })}
                  </span>
                </li>
              ))}
            </ul>
            <ImageAccess uid={uid} />
          </li>
        ))}
      </ul>
    </section>
  );
}
