/** Media's enums, as the graph publishes them. */
import { roles } from '@huizhen/platform/access/viewer';
import { publishEnum } from '@huizhen/platform/subgraph/publish-enum';
import { networkQualities } from '../domain/network-line.ts';

export const RoleEnum = publishEnum('Role', 'What somebody may do on the platform.', roles);
export const NetworkQualityEnum = publishEnum(
  'NetworkQuality',
  'How good a participant’s line is, as livekit-client measures it.',
  networkQualities,
  {
    EXCELLENT: 'Room to spare.',
    GOOD: 'Enough for the picture.',
    POOR: 'The picture suffers.',
    CRITICAL: 'Only the sound is safe.',
  },
);
