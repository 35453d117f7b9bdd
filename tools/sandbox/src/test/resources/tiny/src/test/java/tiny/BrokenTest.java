package tiny;

public class BrokenTest {
    NoSuchType field;
}
