package app;

public class Main {
  public static void main(String[] words) {
    io.micronaut.runtime.Micronaut.run(Main.class, words);
  }
}
