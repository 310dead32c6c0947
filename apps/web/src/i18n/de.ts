import account from './de/account.json';
import community from './de/community.json';
import dashboard from './de/dashboard.json';
import shell from './de/shell.json';
import trading from './de/trading.json';
import ui from './de/ui.json';

export default { account, community, dashboard, shell, trading, ui };
