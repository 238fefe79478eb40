package app;

@org.springframework.boot.autoconfigure.SpringBootApplication
public class Main {
  public static void main(String[] words) {
    org.springframework.boot.SpringApplication.run(Main.class, words);
  }
}
