import community from './community.json';
import dashboard from './dashboard.json';
import operator from './operator.json';
import settings from './settings.json';
import trading from './trading.json';
import ui from './ui.json';

/** The texts of the pages of a signed-in user. */
export default { community, dashboard, operator, settings, trading, ui };
