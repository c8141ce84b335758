package wrong;

import dev.millrace.TwinTest;

@TwinTest(Wrong.class)
final class WrongTwins {}
