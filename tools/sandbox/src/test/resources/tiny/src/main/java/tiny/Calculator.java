package tiny;

public class Calculator {
    static int calls;

    public int add(int a, int b) {
        calls++;
        return a + b;
    }

    public int sumTo(int n) {
        int sum = 0;
        for (int i = 1; i <= n; i++) {
            sum += i;
        }
        return sum;
    }

    public String sign(int n) {
        if (n < 0) {
            return "negative";
        }
        return "positive";
    }

    public int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }

    public void pause(long milliseconds) throws InterruptedException {
        Thread.sleep(milliseconds);
    }

    static class Old {
        int unused = 1;
    }
}
