/** The table that mounts them all. */
import { billing } from '@huizhen/billing';
import { consultations } from '@huizhen/consultations';
import { directory } from '@huizhen/directory';
import { experts } from '@huizhen/experts';
import { imaging } from '@huizhen/imaging';
import { media } from '@huizhen/media';
import { patients } from '@huizhen/patients';
import type { Subgraph } from '@huizhen/platform/subgraph/define-subgraph';

/** In the order in which demo data must be laid: who comes later refers to what came before. */
export const subgraphs: readonly Subgraph[] = [directory, experts, patients, imaging, consultations, media, billing];
