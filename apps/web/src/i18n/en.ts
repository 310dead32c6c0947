import account from './en/account.json';
import community from './en/community.json';
import dashboard from './en/dashboard.json';
import shell from './en/shell.json';
import trading from './en/trading.json';
import ui from './en/ui.json';

export default { account, community, dashboard, shell, trading, ui };
