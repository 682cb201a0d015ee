import { useViewer } from './viewer.js';

/** The secret of the session that every POST form carries. */
export const FormSecret = () => <input type="hidden" name="_csrf" value={useViewer().csrf} />;
