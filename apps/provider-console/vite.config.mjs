import { portalConfig } from '@icp/presets/vite-portal'

export default portalConfig(2)
