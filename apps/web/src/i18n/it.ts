import account from './it/account.json';
import community from './it/community.json';
import dashboard from './it/dashboard.json';
import shell from './it/shell.json';
import trading from './it/trading.json';
import ui from './it/ui.json';

export default { account, community, dashboard, shell, trading, ui };
