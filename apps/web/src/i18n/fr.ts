import account from './fr/account.json';
import community from './fr/community.json';
import dashboard from './fr/dashboard.json';
import shell from './fr/shell.json';
import trading from './fr/trading.json';
import ui from './fr/ui.json';

export default { account, community, dashboard, shell, trading, ui };
